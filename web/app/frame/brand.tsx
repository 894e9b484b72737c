/** The sign over the shop: an awning above a counter. */

export function BrandMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="#156848" />
      <path d="M8.2 7h15.6L27 14.5H5z" fill="#fff" />
      <path d="M11.6 7h4.2l-.3 7.5h-5.7zM20.2 7h3.6L27 14.5h-5.3z" fill="#83c1a3" />
      <path d="M5 14.5a2.75 2.75 0 0 0 5.5 0zM16 14.5a2.75 2.75 0 0 0 5.6 0z" fill="#fff" />
      <path d="M10.5 14.5a2.75 2.75 0 0 0 5.5 0zM21.6 14.5a2.75 2.75 0 0 0 5.4 0z" fill="#83c1a3" />
      <path d="M7 21.5h18V25a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1z" fill="#fff" />
    </svg>
  );
}
