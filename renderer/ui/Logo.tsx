/** A single article, printed apart: a sheet with its corner turned and two lines of text. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg className="logo" width={(size * 18) / 20} height={size} viewBox="0 0 18 20" aria-hidden="true">
      <path
        d="M1.5 1.2h10l5 5v12.6h-15zM11.5 1.2v5h5M5 10.8h8M5 14.3h5.2"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
