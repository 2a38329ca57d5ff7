import styles from './checklist.module.css';
import { encodeLink, outlineOf, QUIET } from './encode-link';

/** The link as a code to scan, or why there is none. */
export function LinkCode({ link }: { link: string }) {
  const code = encodeLink(link);
  if (code === undefined)
    return (
      <p className={styles.noCode}>
        The link to this plan has {link.length.toLocaleString('en')} characters: too many for a code that can
        be read from paper. The plan file has all of it.
      </p>
    );
  const { size, widthMm } = code;
  return (
    <figure className={styles.code}>
      <svg
        width={`${widthMm}mm`}
        height={`${widthMm}mm`}
        viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label="The link to this plan, as a code to scan"
      >
        <path d={outlineOf(code)} fill="#000" />
      </svg>
      <figcaption>Scan to open this plan</figcaption>
    </figure>
  );
}
