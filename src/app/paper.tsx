/** The checklist of a plan, as it is printed: made of the same values as the page. */

import { useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import { Checklist } from '../features/checklist/checklist';
import type { Choices } from '../features/checklist/choices';
import { PrintedTimeline } from '../features/plan/printed-timeline';
import type { AnsweredPlan } from '../formats/answered-plan';
import { digestText } from '../formats/digest-text';
import type { Parameters } from '../formats/placeholder-values';
import { writePlanFile } from '../formats/plan-file';
import { type PlanProgress, readProgress } from '../formats/plan-progress';
import { titleOf } from '../formats/plan-title';
import { useInputs } from '../session/store';
import { fileNameOf } from './save-file';
import { markOf } from './sharing';

export { PrintDialog } from '../features/checklist/print-dialog';
export { describePrintedLink } from './describe-printed-link';

/** States side by side that stay readable on a page; what comes after them goes below. */
const COLUMNS = 5;
/** What is left of the first page for a drawing, and what a page of its own has, the lower one of A4 and Letter. */
const FIRST_PAGE_PX = 540;
const WHOLE_PAGE_PX = 840;
/** Smaller, and its words could not be read. */
const SMALLEST = 0.72;

function scaleOf(height: number): number {
  return Math.min(1, WHOLE_PAGE_PX / height, Math.max(SMALLEST, FIRST_PAGE_PX / height));
}

/** One after the other, each from the state that the one before ended with. */
function cutStates(count: number): readonly (readonly [from: number, to: number])[] {
  const cuts: [number, number][] = [];
  for (let from = 0; cuts.length === 0 || from < count - 1; from += COLUMNS - 1) {
    cuts.push([from, Math.min(count, from + COLUMNS)]);
  }
  return cuts;
}

/** A timeline of some of the states, as large as the page allows. */
function TimelinePart({
  shown,
  progress,
  from,
  to,
}: {
  shown: AnsweredPlan;
  progress: PlanProgress;
  from: number;
  to: number;
}) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const drawn = [...element.querySelectorAll('svg')].map((svg) => svg.viewBox.baseVal);
    const width = drawn.reduce((sum, box) => sum + box.width, 0);
    const height = Math.max(0, ...drawn.map((box) => box.height));
    if (height > 0) element.style.maxWidth = `${scaleOf(height) * width}px`;
  });
  const { catalog, inventory, plan, states, back } = shown;
  return (
    <div ref={ref}>
      <PrintedTimeline
        catalog={catalog}
        inventory={inventory}
        plan={plan}
        progress={progress}
        states={states.slice(from, to)}
        back={{ ...back, states: back.states.slice(from, to) }}
      />
    </div>
  );
}

export function planFileOf(loaded: LoadedCatalog, shown: AnsweredPlan, parameters: Parameters) {
  const { inventory, goal, plan } = shown;
  return {
    name: fileNameOf(titleOf(shown), 'plan.json'),
    text: writePlanFile({ plan, goal, mark: markOf(loaded), inventory, parameters }),
  };
}

/** Beside the page, so that the page can be left out when it is printed. */
export function Paper({
  loaded,
  shown,
  choices,
  link,
}: {
  loaded: LoadedCatalog;
  shown: AnsweredPlan;
  choices: Choices;
  /** To be printed as a code. */
  link: string | undefined;
}) {
  const parameters = useInputs((inputs) => inputs.parameters);
  const marks = useInputs((inputs) => inputs.progress);
  const progress = readProgress(shown.plan, marks);
  const file = planFileOf(loaded, shown, parameters);
  return createPortal(
    <Checklist
      printed={{
        ...shown,
        parameters,
        progress,
        mark: markOf(loaded),
        title: titleOf(shown),
        file: { name: file.name, digest: digestText(file.text) },
        printedOn: new Date().toLocaleDateString('sv'),
      }}
      choices={choices}
      link={link}
      timeline={cutStates(shown.states.length).map(([from, to]) => (
        <TimelinePart key={from} shown={shown} progress={progress} from={from} to={to} />
      ))}
    />,
    document.body,
  );
}
