/** Prints the plan as a checklist, whether by the button or by the browser's own command. */

import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { LoadedCatalog } from '../catalogs/load-catalog';
import { ALL_PARTS, type Choices } from '../features/checklist/choices';
import type { AnsweredPlan } from '../formats/answered-plan';
import { useInputs } from '../session/store';
import * as texts from '../texts/desk';
import { Button } from '../ui/button';
import { notifyOfTrouble } from '../ui/notices';
import { usePrintedLink } from './printed-link';
import { saveFile } from './save-file';

type PaperRoom = typeof import('./paper');

/** For as long as the page is open. */
let lastChoices = ALL_PARTS;

/** What draws the checklist. It has to be there before the browser prints, which waits for nothing. */
function usePaperRoom() {
  const [room, setRoom] = useState<PaperRoom>();
  const load = () => import('./paper').then(setRoom, () => notifyOfTrouble(texts.paperNotThere));
  useEffect(() => {
    let isThere = true;
    const begin = () =>
      void import('./paper').then(
        (arrived) => isThere && setRoom(arrived),
        () => {},
      );
    const timer = setTimeout(begin, 0);
    return () => {
      isThere = false;
      clearTimeout(timer);
    };
  }, []);
  return { room, load };
}

/** Whether the browser is printing. */
function usePrinting(canPrint: boolean): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    if (!canPrint) return;
    // What is not drawn when the event is over is not on the paper.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, [canPrint]);
  return isPrinting;
}

export function PrintButton({ loaded, shown }: { loaded: LoadedCatalog; shown: AnsweredPlan }) {
  const { room, load } = usePaperRoom();
  const isPrinting = usePrinting(room !== undefined);
  const [isOpen, setOpen] = useState(false);
  const [choices, setChoices] = useState(lastChoices);
  const choose = (chosen: Choices) => {
    lastChoices = chosen;
    setChoices(chosen);
  };
  const parameters = useInputs((inputs) => inputs.parameters);
  const lanes = useInputs((inputs) => inputs.view.lanes);
  const link = usePrintedLink(loaded, shown, choices.code);
  return (
    <>
      <Button
        icon="print"
        data-command="print"
        onClick={() => {
          setOpen(true);
          if (room === undefined) void load();
        }}
      >
        {texts.print}
      </Button>
      {isOpen && room !== undefined && (
        <room.PrintDialog
          choices={choices}
          status={shown.plan.status}
          holds={room.describePrintedLink(loaded, shown, choices.code, parameters, lanes)}
          link={link}
          onChoose={choose}
          onSave={() => saveFile(room.planFileOf(loaded, shown, parameters))}
          onPrint={() => {
            flushSync(() => setOpen(false));
            print();
          }}
          onClose={() => setOpen(false)}
        />
      )}
      {isPrinting && room !== undefined && (
        <room.Paper loaded={loaded} shown={shown} choices={choices} link={link} />
      )}
    </>
  );
}
