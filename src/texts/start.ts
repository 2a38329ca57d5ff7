/** The start page. */

export const title = 'Plan an upgrade in which nothing loses its server';
export const what =
  'Say what runs now and where you want to go. You get the steps, in an order in which every part keeps working with every other one, and the reason for each step. It all happens in this page: nothing that you enter leaves it.';
export const sample = 'Look at a sample';
export const sampleWhat = 'A whole fleet with its plan, to see how it reads. Change it as you like.';
export const typing = 'Type it in';
export const typingWhat =
  'A row for each group of like instances: its component, its version, how many. Begin with the server. The product is chosen above.';
export const begin = 'Begin with the server';
export const file = 'Bring a file';
export const fileWhat =
  'An inventory as JSON, or a table as CSV with columns such as name, component, version and count. Drop it anywhere on this page, or paste rows from a spreadsheet. Plans that were saved here open the same way.';
export const bring = 'Upload or paste';

// In the picture: stages, then lanes.
export const now = 'Now';
export const toBridge = '1 · Server to a bridge';
export const others = '2 · What it has to bring along';
export const toTarget = '3 · Server to the target';
export const server = 'server';
export const clients = 'clients';
export const agents = 'agents';
