import { useMemo } from 'react';
import * as texts from '../../texts/print';
import type { Choices, CodeChoice } from './choices';
import { encodeLink } from './encode-link';
import styles from './print-dialog.module.css';

/** What of the link is not on the paper anyhow, and may be left out. */
const SWITCHES = [
  ['labels', texts.labels, texts.labelsInstead],
  ['notes', texts.notes, ''],
  ['parameters', texts.values, ''],
] as const satisfies readonly (readonly [keyof CodeChoice['hidden'], string, string])[];

function Fits({ link }: { link: string | undefined }) {
  const code = useMemo(() => (link === undefined ? undefined : encodeLink(link)), [link]);
  if (link === undefined) return <>{texts.makingLink}</>;
  return code === undefined ? (
    <>
      <strong>{texts.linkDoesNotFit}</strong> {texts.tooManyCharacters(link.length)}
    </>
  ) : (
    texts.codeFits(link.length, Math.round(code.widthMm))
  );
}

/** Whether the link is printed, and what it holds then. */
export function CodeOptions({
  choices,
  holds,
  link,
  onChoose,
}: {
  choices: Choices;
  /** What the link holds, line by line. */
  holds: readonly string[];
  /** `undefined` while it is being made. */
  link: string | undefined;
  onChoose: (choices: Choices) => void;
}) {
  const { code } = choices;
  const change = (changed: Partial<CodeChoice>) => onChoose({ ...choices, code: { ...code, ...changed } });
  return (
    <fieldset className={styles.parts}>
      <legend>{texts.link}</legend>
      <label>
        <input
          type="checkbox"
          checked={code.isWanted}
          onChange={(event) => change({ isWanted: event.target.checked })}
        />
        <span>
          {texts.linkAsCode} <span className={styles.aside}>{texts.linkAside}</span>
        </span>
      </label>
      {code.isWanted && (
        <div className={styles.code}>
          <p>{texts.itHolds}</p>
          <ul>
            {holds.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
          <p>{texts.leaveOut}</p>
          {SWITCHES.map(([key, label, instead]) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={code.hidden[key]}
                onChange={(event) => change({ hidden: { ...code.hidden, [key]: event.target.checked } })}
              />
              <span>
                {label} <span className={styles.aside}>{instead}</span>
              </span>
            </label>
          ))}
          <p role="status">
            <Fits link={link} />
          </p>
        </div>
      )}
    </fieldset>
  );
}
