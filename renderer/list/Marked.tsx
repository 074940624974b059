/** A snippet: the matched words stand between U+E000 and U+E001 and are marked. */
export function Marked({ text }: { text: string }) {
  return text.split('\uE000').map((part, index) => {
    if (index === 0) return part
    const [match = '', rest = ''] = part.split('\uE001')
    return (
      <span key={index}>
        <mark>{match}</mark>
        {rest}
      </span>
    )
  })
}
