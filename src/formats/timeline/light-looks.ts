/** What does each look look like in a file? Attributes with light colours, so that any viewer draws it alike. */
import type { Role } from './layout';
import type { Look } from './shapes';

export type Attributes = Readonly<Record<string, string | number>>;

type Colour = readonly [red: number, green: number, blue: number];

const PAPER: Colour = [255, 255, 255];
const INK: Colour = [24, 33, 44];
const INK_2: Colour = [75, 87, 99];
const INK_3: Colour = [98, 109, 121];
const LINE: Colour = [222, 218, 207];
const LINE_STRONG: Colour = [141, 139, 130];
const BROKEN: Colour = [179, 35, 27];
const HERE: Colour = [11, 87, 208];
const ROLES: Readonly<Record<Role, Colour>> = {
  server: [11, 106, 101],
  client: [63, 77, 180],
  agent: [152, 83, 5],
};

function hex(colour: Colour): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** So much of the colour, the rest paper. */
function tint(colour: Colour, share: number): string {
  const [red, green, blue] = colour;
  const mix = (part: number, paper: number) => part * share + paper * (1 - share);
  return hex([mix(red, PAPER[0]), mix(green, PAPER[1]), mix(blue, PAPER[2])]);
}

function text(colour: Colour, size: number, weight = 400): Attributes {
  return { fill: hex(colour), 'font-size': size, 'font-weight': weight };
}

function stroke(colour: string, width: number, dashes?: string): Attributes {
  return {
    fill: 'none',
    stroke: colour,
    'stroke-width': width,
    ...(dashes !== undefined && { 'stroke-dasharray': dashes }),
  };
}

function halo(width: number): Attributes {
  return {
    'paint-order': 'stroke',
    stroke: hex(PAPER),
    'stroke-width': width,
    'stroke-linejoin': 'round',
  };
}

const ROUND: Attributes = { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' };

type Looks = Readonly<Record<Look, Attributes>>;

function looksOf(role: Colour): Looks {
  return {
    headBox: { fill: hex(PAPER), stroke: hex(LINE_STRONG) },
    headBoxEnd: { fill: hex(INK) },
    headTitle: text(INK, 13, 650),
    headTitleEnd: text(PAPER, 13, 650),
    headDetail: text(INK_2, 11.5),
    headDetailEnd: text([214, 216, 218], 11.5),
    rule: stroke(hex(LINE), 1, '2 4'),
    pauseLine: stroke(hex(LINE_STRONG), 1),
    pauseLabel: text(INK_2, 10.5, 500),
    noReturnLine: stroke(hex(INK), 2, '7 4'),
    noReturnLabel: text(INK, 10.5, 600),
    hereLine: stroke(hex(HERE), 3),
    hereLabel: text(HERE, 10.5, 700),
    laneName: text(INK, 13, 600),
    laneDetail: text(INK_3, 11.5),
    laneEntries: text(INK, 13, 600),
    pin: { ...stroke(hex(INK_2), 1.2), ...ROUND },
    fold: { fill: hex(INK_2) },
    tick: text(INK_3, 11.5),
    trackAhead: stroke(tint(role, 0.32), 4),
    trackArrived: stroke(tint(role, 0.75), 4),
    trackStays: stroke(tint(role, 0.45), 1.5),
    trackLimited: stroke(tint(role, 0.75), 3, '12 3 2 3'),
    trackUnknown: stroke(hex(INK_3), 2, '2 4'),
    trackBroken: stroke(hex(BROKEN), 3, '3 4'),
    markLimited: { ...text(INK_2, 11, 600), ...halo(8) },
    markUnknown: { ...text(INK_2, 11, 600), ...halo(8) },
    markBroken: { ...text(BROKEN, 11, 600), ...halo(8) },
    origin: { fill: hex(PAPER), stroke: hex(role), 'stroke-width': 2.5 },
    stop: { fill: hex(role), stroke: hex(PAPER), 'stroke-width': 2 },
    stopOptional: { fill: hex(PAPER), stroke: hex(role), 'stroke-width': 2 },
    arrow: { ...stroke(hex(PAPER), 1.7), ...ROUND },
    arrowOptional: { ...stroke(hex(role), 1.7), ...ROUND },
    version: { ...text(role, 13, 700), ...halo(9) },
    versionNow: { ...text(role, 13, 500), ...halo(9) },
    grid: stroke(hex(LINE), 0.75),
    band: { fill: tint(ROLES.server, 0.13) },
    bandEdge: stroke(tint(ROLES.server, 0.55), 1.25),
    bandLabel: text(ROLES.server, 11.5, 700),
    bar: { fill: tint(role, 0.72) },
    barMoved: { fill: hex(role) },
    barBroken: { ...stroke(hex(BROKEN), 1.5, '3 2'), fill: hex(PAPER) },
    barLimited: { ...stroke(hex(role), 1.25, '3 2'), fill: tint(role, 0.25) },
    barLabel: { ...text(role, 10.5, 500), ...halo(2.5) },
    barKey: { ...text(role, 10.5, 700), ...halo(2.5) },
    negotiated: { fill: hex(PAPER), stroke: hex(role), 'stroke-width': 0.75 },
    limitedSign: { ...stroke(hex(INK_2), 1.4), fill: hex(PAPER), 'stroke-linejoin': 'round' },
    cross: stroke(hex(BROKEN), 1.6),
    fallen: { ...stroke(hex(BROKEN), 1.5, '3 2'), fill: hex(PAPER) },
    fallenLabel: { ...text(BROKEN, 10.5, 600), ...halo(4) },
    fallenLink: stroke(hex(BROKEN), 1.25, '2 3'),
  };
}

const LOOKS: Readonly<Record<Role, Looks>> = {
  server: looksOf(ROLES.server),
  client: looksOf(ROLES.client),
  agent: looksOf(ROLES.agent),
};

export function lightLook(look: Look, role: Role = 'server'): Attributes {
  return LOOKS[role][look];
}
