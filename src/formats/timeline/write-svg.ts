/** The timeline as a picture that stands for itself: SVG that any viewer opens, the same from the page and the terminal. */
import type { Verification } from '../../engine/verification/verify-plan';
import { describeCost, describeSkips, describeStatus, describeVerification } from '../wording/describe-plan';
import { describeProgress } from '../wording/describe-progress';
import { describeReason } from '../wording/describe-step';
import { drawFrame, drawLanes } from './draw-timeline';
import { fitText, guessWidth } from './fit-text';
import { type Folding, layOutTimeline, type Planned } from './lay-out';
import { hasSkips, type TimelineLayout } from './layout';
import { lightLook } from './light-looks';
import { HEAD, placeTimeline } from './place';
import type { Shape } from './shapes';
import { escapeXml, writeElement } from './write-xml';

const MARGIN = 20;
const HEADING = 62;
/** As wide as a page of a document, where the plan is short. */
const ROOM = 1080;
const REASONS_SHOWN = 6;
const LINE = 18;
const FONTS = "'Inter Variable', Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export interface TimelinePicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Hundredths of a pixel are enough, and the same on every machine. */
function round(value: string | number): string | number {
  if (typeof value === 'number') return Math.round(value * 100) / 100;
  return value.replace(/-?\d+\.\d{3,}/g, (found) => `${Math.round(Number(found) * 100) / 100}`);
}

function writeShape(shape: Shape): string {
  const { tag, look, role, ...rest } = shape;
  const style = lightLook(look, role);
  if (shape.tag === 'text') {
    const { x, y, anchor, text } = shape;
    const place = { x: round(x), y: round(y), ...(anchor !== undefined && { 'text-anchor': anchor }) };
    return writeElement('text', { ...place, ...style }, escapeXml(text));
  }
  const place = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, tag === 'path' ? value : round(value)]),
  );
  return writeElement(tag, { ...place, ...style });
}

function writeGroup(shapes: readonly Shape[], x: number, y: number): string {
  return writeElement('g', { transform: `translate(${x} ${y})` }, `\n${shapes.map(writeShape).join('\n')}\n`);
}

function headingOf({ catalog, inventory, plan, progress }: Planned, verification: Verification) {
  const server = inventory.entries.find(({ component }) => catalog.components[component]?.role === 'server');
  const last = plan.steps.findLast(({ entry }) => entry === server?.name)?.to;
  const route = last === undefined ? `${server?.version}` : `${server?.version} to ${last}`;
  const name = inventory.name === undefined ? '' : ` · ${inventory.name}`;
  const isSafe = plan.status !== 'blocked';
  const parts = [
    describeStatus(plan),
    plan.status === 'ready' ? describeCost(plan, catalog) : '',
    describeSkips(plan),
    progress !== undefined && progress.done.size > 0 ? describeProgress(plan, progress) : '',
    isSafe ? describeVerification(verification) : '',
  ];
  return { title: `${catalog.name}${name}: ${route}`, said: parts.filter(Boolean).join(' ') };
}

/** What would break without a step, once for each reason. */
function reasonsOf({ catalog, plan }: Planned, { falls }: TimelineLayout): string[] {
  const told = [...falls.values()].flatMap(({ step: index }) => {
    const step = plan.steps[index];
    return step?.reason?.code === 'keep-compatible'
      ? [`Stage ${step.stage}, ${step.entry} to ${step.to}: ${describeReason(step, catalog)}`]
      : [];
  });
  return told.length <= REASONS_SHOWN
    ? told
    : [
        ...told.slice(0, REASONS_SHOWN - 1),
        `And ${told.length - REASONS_SHOWN + 1} more steps that something needs.`,
      ];
}

type LegendItem = readonly [shapes: readonly Shape[], words: string];

const LEGEND: readonly LegendItem[] = [
  [[{ tag: 'circle', look: 'stop', role: 'server', cx: 5, cy: -4, r: 5 }], 'server'],
  [[{ tag: 'circle', look: 'stop', role: 'client', cx: 5, cy: -4, r: 5 }], 'clients'],
  [[{ tag: 'circle', look: 'stop', role: 'agent', cx: 5, cy: -4, r: 5 }], 'agents'],
  [[{ tag: 'rect', look: 'band', x: 0, y: -9, width: 14, height: 10 }], 'what the server speaks'],
  [
    [
      { tag: 'rect', look: 'bar', role: 'client', x: 2, y: -11, width: 9, height: 14, rx: 4 },
      { tag: 'circle', look: 'negotiated', role: 'client', cx: 6.5, cy: -6, r: 3 },
    ],
    'what a consumer speaks, and the version in use',
  ],
];

const LETTER: LegendItem = [
  [{ tag: 'text', look: 'barKey', role: 'client', x: 3, y: 0, text: 'A' }],
  'the entry whose lane has the same letter',
];
const SKIP: LegendItem = [
  [{ tag: 'text', look: 'markLimited', x: 5, y: 0, text: '!' }],
  'goes beyond what the vendor promises',
];

/** In as many lines as it takes. */
function drawLegend(items: readonly LegendItem[], across: number): { shapes: Shape[]; lines: number } {
  let [x, line] = [0, 0];
  const shapes = items.flatMap(([signs, words]): Shape[] => {
    const width = 19 + guessWidth(words, 11.5, 400);
    if (x > 0 && x + width > across) [x, line] = [0, line + 1];
    const [right, y] = [x, line * LINE];
    x += width + 18;
    const moved = signs.map((shape): Shape => {
      if (shape.tag === 'circle') return { ...shape, cx: shape.cx + right, cy: shape.cy + y };
      return shape.tag === 'rect' || shape.tag === 'text'
        ? { ...shape, x: shape.x + right, y: shape.y + y }
        : shape;
    });
    return [...moved, { tag: 'text', look: 'laneDetail', x: right + 19, y, text: words }];
  });
  return { shapes, lines: line + 1 };
}

function placePicture(planned: Planned, folding: Folding) {
  const layout = layOutTimeline(planned, folding);
  const places = placeTimeline(layout, ROOM, guessWidth);
  const reasons = reasonsOf(planned, layout);
  const across = Math.max(places.labels + places.width, 640);
  const chartTop = MARGIN + HEADING;
  const lanesTop = chartTop + HEAD;
  const legendTop = lanesTop + places.height + 26;
  const legend = drawLegend(
    [...LEGEND, ...(places.keys.size > 0 ? [LETTER] : []), ...(hasSkips(layout) ? [SKIP] : [])],
    across,
  );
  const size = {
    width: across + 2 * MARGIN,
    height: legendTop + 14 + (legend.lines - 1 + reasons.length) * LINE + MARGIN,
  };
  return { layout, places, reasons, across, chartTop, lanesTop, legendTop, legend, size };
}

/** How large the picture will be, in pixels, before it is drawn. */
export function measureTimeline(planned: Planned, folding: Folding): Omit<TimelinePicture, 'svg'> {
  return placePicture(planned, folding).size;
}

/** `verification`: of the plan, which is only drawn where it holds. */
export function writeTimelineSvg(
  planned: Planned,
  verification: Verification,
  folding: Folding,
): TimelinePicture {
  const { layout, places, reasons, across, chartTop, lanesTop, legendTop, legend, size } = placePicture(
    planned,
    folding,
  );
  const { width, height } = size;
  const frame = drawFrame(layout, places, true, guessWidth);
  const lanes = drawLanes(layout, places, [0, layout.lanes.length], guessWidth);
  const { title, said } = headingOf(planned, verification);
  const heading: Shape[] = [
    { tag: 'text', look: 'headTitle', x: 0, y: 14, text: fitText(title, across, 13, 650, guessWidth) },
    { tag: 'text', look: 'headDetail', x: 0, y: 34, text: fitText(said, across, 11.5, 400, guessWidth) },
  ];
  const why = reasons.map(
    (text, i): Shape => ({
      tag: 'text',
      look: 'headDetail',
      x: 0,
      y: 14 + (legend.lines + i) * LINE,
      text: fitText(text, across, 11.5, 400, guessWidth),
    }),
  );
  const content = [
    writeElement('title', { id: 'title' }, escapeXml(title)),
    writeElement('desc', { id: 'desc' }, escapeXml([said, ...reasons].join('\n'))),
    writeElement('rect', { width, height, fill: '#ffffff' }),
    writeGroup(heading, MARGIN, MARGIN),
    writeGroup(frame.head, MARGIN + places.labels, chartTop),
    writeGroup([...lanes.labels, ...frame.labels], MARGIN, lanesTop),
    writeGroup([...frame.chart, ...lanes.chart], MARGIN + places.labels, lanesTop),
    writeGroup([...legend.shapes, ...why], MARGIN, legendTop),
  ];
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'title desc',
    'font-family': FONTS,
    direction: 'ltr',
  };
  return { svg: `${writeElement('svg', root, `\n${content.join('\n')}\n`)}\n`, width, height };
}
