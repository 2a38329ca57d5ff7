/** How Chromium is started, for journeys and benchmarks: as any user, in a container too, and without talking to anyone. */

/**
 * Chromium takes only the last list of these, so it repeats the one that Playwright gives (chromiumSwitches in its sources),
 * and leaves out the pages that Chromium draws its address bar with. Each window would load two of them, of hundreds of
 * files: nobody sees them without a screen, and on few cores what is tested or timed would wait for them.
 */
const DISABLED_FEATURES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${DISABLED_FEATURES.join()}`,
];

/** What Playwright launches: the program that `ensureBrowser` found, else its own. */
export const LAUNCH_OPTIONS = {
  ...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH }),
  args: FLAGS,
};
