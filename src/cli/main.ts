/** The command line: `npm run -s cli -- plan …` (docs/formats.md). */
import { type Outcome, run } from './run';

async function answer(): Promise<Outcome> {
  try {
    return await run(process.argv.slice(2));
  } catch (error) {
    // A defect of ours: not a plan that is blocked, which status 1 would say.
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { status: 2, stdout: '', stderr: `Causeway failed. Please report this:\n${detail}\n` };
  }
}

const { status, stdout, stderr } = await answer();
process.exitCode = status;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever was reading has seen enough: that is no failure.
  if (error.code === 'EPIPE') return;
  process.exitCode = 2;
  process.stderr.write(`The answer could not be written: ${error.message}\n`);
});
process.stderr.write(stderr);
process.stdout.write(stdout);
