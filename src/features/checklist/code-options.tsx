import { useMemo } from 'react';
import type { Choices, CodeChoice } from './choices';
import { encodeLink } from './encode-link';
import styles from './print-dialog.module.css';

/** What of the link is not on the paper anyhow, and may be left out. */
const SWITCHES = [
  ['labels', 'Labels', 'replaced: label-1=value-1 …'],
  ['notes', 'Notes: the inventory’s name, and why something is pinned', ''],
  ['parameters', 'Values for commands', ''],
] as const satisfies readonly (readonly [keyof CodeChoice['hidden'], string, string])[];

function Fits({ link }: { link: string | undefined }) {
  const code = useMemo(() => (link === undefined ? undefined : encodeLink(link)), [link]);
  if (link === undefined) return <>Making the link…</>;
  const characters = `${link.length.toLocaleString('en')} characters`;
  return code === undefined ? (
    <>
      <strong>The link does not fit:</strong> {characters} are too many for a code that can be read from
      paper. The paper says so, and names the plan file.
    </>
  ) : (
    <>
      {characters}, as a code of {Math.round(code.widthMm)} mm.
    </>
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
      <legend>Link</legend>
      <label>
        <input
          type="checkbox"
          checked={code.isWanted}
          onChange={(event) => change({ isWanted: event.target.checked })}
        />
        <span>
          The link to this plan, as a code to scan{' '}
          <span className={styles.aside}>whoever has the paper can open the plan</span>
        </span>
      </label>
      {code.isWanted && (
        <div className={styles.code}>
          <p>It holds:</p>
          <ul>
            {holds.map((line) => (
              <li key={line} dir="auto">
                {line}
              </li>
            ))}
          </ul>
          <p>Leave out</p>
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
