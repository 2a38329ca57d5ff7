import { useMemo, useState } from 'react';
import type { Verification } from '../../engine/verification/verify-plan';
import type { Folding, Planned } from '../../formats/timeline/lay-out';
import { measureTimeline, writeTimelineSvg } from '../../formats/timeline/write-svg';
import * as texts from '../../texts/export';
import { Button } from '../../ui/button';
import { useSoon } from '../../ui/use-soon';
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
  // A large one takes a while: measured when the rest is there, and drawn when it is saved.
  const isSoon = useSoon();
  const measured = useMemo(
    () => (isSoon ? measureTimeline(planned, { lanes }) : undefined),
    [isSoon, planned, lanes],
  );
  const draw = () => writeTimelineSvg(planned, verification, { lanes });
  const scale = measured === undefined ? 0 : scaleOf(measured);
  const savePng = () => {
    setFailed(false);
    rasterise(draw()).then(
      (png) => onSave({ ending: 'png', type: 'image/png', text: png }),
      () => setFailed(true),
    );
  };
  return (
    <section className={styles.form} aria-labelledby="export-picture">
      <h3 id="export-picture">{texts.picture}</h3>
      <p className={styles.aside}>
        {texts.pictureAside(measured && `${Math.ceil(measured.width)} × ${Math.ceil(measured.height)}`)}
        {measured !== undefined && scale < 1 && texts.tooLarge}
        {scale >= 1 && scale < 2 && texts.drawnAt(scale.toFixed(1))}
      </p>
      <div className={styles.row}>
        <Button
          icon="download"
          onClick={() => onSave({ ending: 'svg', type: 'image/svg+xml', text: draw().svg })}
        >
          {texts.saveSvg}
        </Button>
        <Button icon="download" disabled={scale < 1} onClick={savePng}>
          {texts.savePng}
        </Button>
      </div>
      {hasFailed && <p role="alert">{texts.notDrawn}</p>}
    </section>
  );
}
