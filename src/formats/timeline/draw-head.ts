/** The heads of the stages, and the lines between them: where to pause, and from where on there is no way back. */
import { fitText, isStub, type Measure } from './fit-text';
import type { Column } from './layout';
import { HEAD, type Places } from './place';
import type { Shape } from './shapes';

const BOX = 43;
/** The baseline of what is said of the lines. */
const LABEL_Y = 59;
const HERE_ASIDE = 6;
/** Between two labels that stand beside each other, and from what they belong to. */
const BETWEEN_LABELS = 12;
const ASIDE = 7;

type Labels = Readonly<Record<'noReturn' | 'pause' | 'here', string>>;

const LABEL_WEIGHTS = { noReturn: 600, pause: 500, here: 700 } as const;

/** What is said of the lines, from the most words to fewer. */
const LABELS: readonly Labels[] = [
  { noReturn: 'point of no return', pause: 'may pause', here: 'you are here' },
  { noReturn: 'no return', pause: 'may pause', here: 'you are here' },
  { noReturn: 'no return', pause: 'may pause', here: 'here' },
  { noReturn: 'no return', pause: 'pause', here: 'here' },
];
/** The line of a pause says it too: it is double. */
const FEWEST_WORDS: Labels = { noReturn: 'no return', pause: '', here: 'here' };

/** Those with the most words of which each that has to be said has room beside the others. */
function fitLabels(said: readonly (keyof Labels)[], room: number, measure: Measure): Labels {
  const widthOf = (labels: Labels) =>
    said
      .filter((label) => labels[label] !== '')
      .reduce(
        (sum, label) => sum + measure(labels[label], 10.5, LABEL_WEIGHTS[label]) + BETWEEN_LABELS,
        -BETWEEN_LABELS,
      );
  return LABELS.find((labels) => widthOf(labels) <= room) ?? FEWEST_WORDS;
}

/** The version is what is cut last. */
function fitSubtitle({ subtitle, brief }: Column, room: number, measure: Measure): string {
  const cut = (text: string, width: number) => fitText(text, width, 11.5, 400, measure);
  if (cut(subtitle, room) === subtitle) return subtitle;
  if (brief.version === '') return cut(brief.words, room);
  const words = cut(brief.words, room - measure(` ${brief.version}`, 11.5, 400));
  return isStub(words, brief.words) ? cut(brief.version, room) : `${words} ${brief.version}`;
}

function drawColumnHead(
  column: Column,
  x: number,
  width: number,
  isLast: boolean,
  measure: Measure,
): Shape[] {
  const isEnd = column.stage === 0 || isLast;
  const sign = column.stage > 0 && column.done === column.steps ? '✓ ' : '';
  const title = column.stage === 0 ? column.title : `${sign}${column.stage} · ${column.title}`;
  return [
    {
      tag: 'rect',
      look: isEnd ? 'headBoxEnd' : 'headBox',
      x: x + 3,
      y: 0.5,
      width: width - 6,
      height: BOX,
      rx: 4,
    },
    {
      tag: 'text',
      look: isEnd ? 'headTitleEnd' : 'headTitle',
      x: x + 12,
      y: 18,
      text: fitText(title, width - 22, 13, 650, measure),
    },
    {
      tag: 'text',
      look: isEnd ? 'headDetailEnd' : 'headDetail',
      x: x + 12,
      y: 34,
      text: fitSubtitle(column, width - 22, measure),
    },
  ];
}

/** `isWhole`: whether the last column is the plan's end. */
export function drawHead(
  columns: readonly Column[],
  { columnWidth }: Places,
  isWhole: boolean,
  measure: Measure,
): Shape[] {
  return columns.flatMap((column, i): Shape[] => {
    const x = i * columnWidth;
    const shapes = drawColumnHead(
      column,
      x,
      columnWidth,
      isWhole && i > 0 && i === columns.length - 1,
      measure,
    );
    const isNoReturn = column.isNoReturn && i > 0;
    const said = [
      ...(isNoReturn ? (['noReturn'] as const) : []),
      ...(column.mayPause ? (['pause'] as const) : []),
      ...(column.isHere ? (['here'] as const) : []),
    ];
    let end = x + columnWidth - ASIDE - (column.isHere ? HERE_ASIDE : 0);
    const labels = fitLabels(said, end - x - ASIDE, measure);
    if (column.isHere) {
      shapes.push(
        { tag: 'text', look: 'hereLabel', x: end, y: LABEL_Y, anchor: 'end', text: labels.here },
        hereLine(x + columnWidth, HEAD - 19, HEAD),
      );
      end -= measure(labels.here, 10.5, LABEL_WEIGHTS.here) + BETWEEN_LABELS;
    }
    if (column.mayPause) {
      shapes.push(...pauseLines(x + columnWidth, HEAD - 17, HEAD));
      if (labels.pause !== '')
        shapes.push({
          tag: 'text',
          look: 'pauseLabel',
          x: end,
          y: LABEL_Y,
          anchor: 'end',
          text: labels.pause,
        });
    }
    if (isNoReturn)
      shapes.push(
        { tag: 'path', look: 'noReturnLine', d: `M${x} ${HEAD - 17}V${HEAD}` },
        { tag: 'text', look: 'noReturnLabel', x: x + ASIDE, y: LABEL_Y, text: labels.noReturn },
      );
    return shapes;
  });
}

/** Beside the line between two columns, which says something of its own. */
function hereLine(boundary: number, from: number, to: number): Shape {
  const x = boundary - HERE_ASIDE;
  return { tag: 'line', look: 'hereLine', x1: x, x2: x, y1: from, y2: to };
}

/** Where the plan stands, down across lanes and bands. */
export function drawHere(columns: readonly Column[], { columnWidth, height }: Places): Shape[] {
  return columns.flatMap(({ isHere }, i) => (isHere ? [hereLine((i + 1) * columnWidth, 0, height)] : []));
}

function pauseLines(x: number, from: number, to: number): Shape[] {
  return [-1.75, 1.75].map(
    (aside): Shape => ({ tag: 'line', look: 'pauseLine', x1: x + aside, x2: x + aside, y1: from, y2: to }),
  );
}

/** The lines between the columns, down across lanes and bands. */
export function drawRules(columns: readonly Column[], { columnWidth, height }: Places): Shape[] {
  return columns.slice(1).flatMap((column, i): Shape[] => {
    const x = (i + 1) * columnWidth;
    if (column.isNoReturn) {
      const line: Shape = { tag: 'path', look: 'noReturnLine', d: `M${x} 0V${height}` };
      return columns[i]?.mayPause ? [...pauseLines(x, 0, height), line] : [line];
    }
    if (columns[i]?.mayPause) return pauseLines(x, 0, height);
    return [{ tag: 'line', look: 'rule', x1: x, x2: x, y1: 0, y2: height }];
  });
}
