/** What is a drawing made of? Shapes with the name of a look; the page and the file each say what a look looks like. */
import type { Role } from './layout';

export type Look =
  | 'headBox'
  | 'headBoxEnd'
  | 'headTitle'
  | 'headTitleEnd'
  | 'headDetail'
  | 'headDetailEnd'
  | 'rule'
  | 'pauseLine'
  | 'pauseLabel'
  | 'noReturnLine'
  | 'noReturnLabel'
  | 'hereLine'
  | 'hereLabel'
  | 'laneName'
  | 'laneDetail'
  | 'laneEntries'
  | 'pin'
  | 'fold'
  | 'tick'
  | 'trackAhead'
  | 'trackArrived'
  | 'trackStays'
  | 'trackLimited'
  | 'trackUnknown'
  | 'trackBroken'
  | 'markLimited'
  | 'markUnknown'
  | 'markBroken'
  | 'origin'
  | 'stop'
  | 'stopOptional'
  | 'arrow'
  | 'arrowOptional'
  | 'version'
  | 'versionNow'
  | 'grid'
  | 'band'
  | 'bandEdge'
  | 'bandLabel'
  | 'bar'
  | 'barMoved'
  | 'barBroken'
  | 'barLimited'
  | 'barLabel'
  | 'barKey'
  | 'negotiated'
  | 'cross'
  | 'limitedSign'
  | 'fallen'
  | 'fallenLabel'
  | 'fallenLink';

interface Common {
  readonly look: Look;
  readonly role?: Role;
}

export type Shape =
  | (Common & {
      readonly tag: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor?: 'middle' | 'end';
    })
  | (Common & {
      readonly tag: 'line';
      readonly x1: number;
      readonly y1: number;
      readonly x2: number;
      readonly y2: number;
    })
  | (Common & {
      readonly tag: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly rx?: number;
    })
  | (Common & { readonly tag: 'circle'; readonly cx: number; readonly cy: number; readonly r: number })
  | (Common & { readonly tag: 'path'; readonly d: string });
