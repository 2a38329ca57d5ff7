import type { ReportNote } from '../../formats/plan-report';
import * as texts from '../../texts/print';
import type { Choices } from './choices';
import { Notes } from './notes';
import { Procedures, type ToldActions } from './procedure';
import { Prose } from './prose';

export interface Told extends ToldActions {
  readonly reason: string | undefined;
  readonly remarks: readonly string[];
  readonly notes: readonly ReportNote[];
}

/** What holds at any time is better known before. */
function isLate({ when }: ReportNote): boolean {
  return when === 'after';
}

/** Why a step is there, what is to be read before and after it, and what is done for it. */
export function StepDetails({
  told,
  hasBoxes,
  choices: { parts },
}: {
  told: Told;
  /** Whether each action is ticked here. */
  hasBoxes: boolean;
  choices: Choices;
}) {
  const { reason, remarks, notes, procedures } = told;
  return (
    <>
      {reason !== undefined && (
        <p>
          <Prose text={reason} />
        </p>
      )}
      {remarks.map((remark) => (
        <p key={remark}>
          <b>
            <Prose text={remark} />
          </b>
        </p>
      ))}
      {parts.notes && <Notes title={texts.readBefore} notes={notes.filter((note) => !isLate(note))} />}
      {parts.commands && procedures !== undefined && (
        <Procedures told={told} hasBoxes={hasBoxes} hasWayBack={parts.wayBack} />
      )}
      {parts.notes && <Notes title={texts.readAfter} notes={notes.filter(isLate)} />}
    </>
  );
}
