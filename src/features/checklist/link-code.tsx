import * as texts from '../../texts/print';
import styles from './checklist.module.css';
import { encodeLink, outlineOf, QUIET } from './encode-link';

/** The link as a code to scan, or why there is none. */
export function LinkCode({ link }: { link: string }) {
  const code = encodeLink(link);
  if (code === undefined) return <p className={styles.noCode}>{texts.linkTooLong(link.length)}</p>;
  const { size, widthMm } = code;
  return (
    <figure className={styles.code}>
      <svg
        width={`${widthMm}mm`}
        height={`${widthMm}mm`}
        viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
        shapeRendering="crispEdges"
        role="img"
        aria-label={texts.linkAsCode}
      >
        <path d={outlineOf(code)} fill="#000" />
      </svg>
      <figcaption>{texts.scan}</figcaption>
    </figure>
  );
}
