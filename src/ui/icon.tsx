const PATHS = {
  add: 'M8 3v10M3 8h10',
  arrow: 'M2.5 8h11M9.5 4l4 4-4 4',
  check: 'M3 8.5l3.5 3.5L13 4.5',
  chevron: 'M6 4l4 4-4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z',
  dark: 'M13 9.6A5.6 5.6 0 0 1 6.4 3a5.3 5.3 0 1 0 6.6 6.6z',
  down: 'M8 3v10M4 9l4 4 4-4',
  download: 'M8 2.5v7.5M4.8 7L8 10.2 11.2 7M3 13.5h10',
  folder: 'M1.8 4.2v8.6h12.4V5.4H7.6L6.2 3.4H1.8z',
  light:
    'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1',
  link: 'M6.8 9.2l2.4-2.4M7.5 4.5l1.3-1.3a2.9 2.9 0 0 1 4 4l-1.3 1.3M8.5 11.5l-1.3 1.3a2.9 2.9 0 0 1-4-4l1.3-1.3',
  pin: 'M5.5 2.5h5M6.5 2.5v4l-2 2.5h7l-2-2.5v-4M8 9v4.5',
  plans: 'M4.5 5.5h9v8h-9zM2.5 10.5v-8h9',
  print: 'M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  question: 'M5.6 6.2a2.4 2.4 0 1 1 3.5 2.1c-.8.4-1.1.8-1.1 1.6M8 12.4v.1',
  redo: 'M13 6.5H6.2a3.2 3.2 0 0 0 0 6.5H9M10 3.5l3 3-3 3',
  remove: 'M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9M6.9 7v4M9.1 7v4',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.3 10.3l3.7 3.7',
  stop: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM5.5 8h5',
  system: 'M2 3h12v8H2zM5.5 13.5h5M8 11v2.5',
  undo: 'M3 6.5h6.8a3.2 3.2 0 0 1 0 6.5H7M6 3.5l-3 3 3 3',
  up: 'M8 13V3M4 7l4-4 4 4',
  upload: 'M8 10.5V3M4.8 6L8 2.8 11.2 6M3 13.5h10',
  warning: 'M8 2.2l6.3 11.3H1.7zM8 6.5v3.3M8 11.6v.1',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing beside words; what it means always stands in the words. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
