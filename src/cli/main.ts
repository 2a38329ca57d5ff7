/** The command line: `npm run -s cli -- plan …` (docs/formats.md). */
import { run } from './run';

const { status, stdout, stderr } = await run(process.argv.slice(2));
process.stderr.write(stderr);
process.stdout.write(stdout);
process.exitCode = status;
