/** Which environment variables hold secrets? By their names: the values are not looked at, and go nowhere. */

const SECRET = /token|secret|passw(?:or)?d|api_?key|private_?key|credential/i;

/** For `Reading.secrets`: `the variable API_TOKEN of web`. */
export const describeSecrets = (variables: readonly string[], owner: string): string[] =>
  variables
    .filter((name) => SECRET.test(name))
    .map((name) => `the variable ${name.slice(0, 100)} of ${owner.slice(0, 200)}`);
