export function Skeleton({ density }: { density: 'comfortable' | 'compact' }) {
  return (
    <div className="list-skeleton" data-density={density} aria-hidden="true">
      {Array.from({ length: 6 }, (_, index) => (
        <div key={index} className="row-blank" />
      ))}
    </div>
  )
}
