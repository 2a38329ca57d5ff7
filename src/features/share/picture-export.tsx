import { useMemo, useState } from 'react';
import type { Verification } from '../../engine/verification/verify-plan';
import type { Folding, Planned } from '../../formats/timeline/lay-out';
import { measureTimeline, writeTimelineSvg } from '../../formats/timeline/write-svg';
import { Button } from '../../ui/button';
import { rasterise, scaleOf } from './rasterise';
import styles from './share.module.css';

/** The timeline as a picture. */
export function PictureExport({
  planned,
  verification,
  lanes,
  onSave,
}: {
  planned: Planned;
  verification: Verification;
  lanes: Folding['lanes'];
  onSave: (file: { ending: string; type: string; text: string | Blob }) => void;
}) {
  const [hasFailed, setFailed] = useState(false);
  // A large one takes a while: drawn when it is saved.
  const measured = useMemo(() => measureTimeline(planned, { lanes }), [planned, lanes]);
  const draw = () => writeTimelineSvg(planned, verification, { lanes });
  const scale = scaleOf(measured);
  const size = `${Math.ceil(measured.width)} × ${Math.ceil(measured.height)}`;
  const savePng = () => {
    setFailed(false);
    rasterise(draw()).then(
      (png) => onSave({ ending: 'png', type: 'image/png', text: png }),
      () => setFailed(true),
    );
  };
  return (
    <section className={styles.form} aria-labelledby="export-picture">
      <h3 id="export-picture">Picture</h3>
      <p className={styles.aside}>
        The timeline as it is folded now, in light colours, {size} pixels; SVG stays sharp at any size.
        {scale < 1 && ' It is too large for a PNG: fold its lanes, or take the SVG.'}
        {scale >= 1 && scale < 2 && ` As PNG it is drawn at ${scale.toFixed(1)} times that size, no larger.`}
      </p>
      <div className={styles.row}>
        <Button
          icon="download"
          onClick={() => onSave({ ending: 'svg', type: 'image/svg+xml', text: draw().svg })}
        >
          Save as SVG
        </Button>
        <Button icon="download" disabled={scale < 1} onClick={savePng}>
          Save as PNG
        </Button>
      </div>
      {hasFailed && <p role="alert">The browser could not draw it as PNG. Take the SVG instead.</p>}
    </section>
  );
}
