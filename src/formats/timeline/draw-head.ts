/** The heads of the stages, and the lines between them: where to pause, and from where on there is no way back. */
import { fitText, type Measure } from './fit-text';
import type { Column } from './layout';
import { HEAD, type Places } from './place';
import type { Shape } from './shapes';

const BOX = 43;
/** The baseline of what is said of the lines. */
const LABEL_Y = 59;
const HERE = 'you are here';
const HERE_ASIDE = 6;

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
      text: fitText(column.subtitle, width - 22, 11.5, 400, measure),
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
    let room = columnWidth - 8;
    let end = x + columnWidth - 7;
    if (column.isHere) {
      end -= HERE_ASIDE;
      shapes.push(
        { tag: 'text', look: 'hereLabel', x: end, y: LABEL_Y, anchor: 'end', text: HERE },
        hereLine(x + columnWidth, HEAD - 19, HEAD),
      );
      const taken = measure(HERE, 10.5, 700) + 8 + HERE_ASIDE;
      room -= taken;
      end -= taken - HERE_ASIDE;
    }
    if (column.mayPause) {
      const free = (column.isNoReturn ? columnWidth / 2 : columnWidth) - (x + columnWidth - 7 - end);
      const text = fitText('may pause', free - 12, 10.5, 500, measure);
      shapes.push(
        { tag: 'text', look: 'pauseLabel', x: end, y: LABEL_Y, anchor: 'end', text },
        ...pauseLines(x + columnWidth, HEAD - 17, HEAD),
      );
      room -= measure(text, 10.5, 500) + 12;
    }
    if (column.isNoReturn && i > 0) {
      const long = 'point of no return';
      const text = measure(long, 10.5, 600) <= room ? long : 'no return';
      shapes.push(
        { tag: 'path', look: 'noReturnLine', d: `M${x} ${HEAD - 17}V${HEAD}` },
        {
          tag: 'text',
          look: 'noReturnLabel',
          x: x + 6,
          y: LABEL_Y,
          text: fitText(text, room, 10.5, 600, measure),
        },
      );
    }
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
