/** How Chromium is started, for journeys and benchmarks: as any user, in a container too, and without talking to anyone. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What Playwright launches: the program that `ensureBrowser` found, else its own. */
export const LAUNCH_OPTIONS = {
  ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
  args: FLAGS,
};
