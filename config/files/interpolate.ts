/** The environment as the loader was given it. */
export type Environment = Readonly<Record<string, string | undefined>>;

const REFERENCE = /\$\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?\}/gu;

/** Replaces `${NAME}` and `${NAME:-default}`; an empty variable counts as not set. `missing` names what has neither. */
export function interpolate(text: string, env: Environment): { text: string; missing: readonly string[] } {
  const missing: string[] = [];
  const replaced = text.replace(REFERENCE, (_whole, name: string, fallback: string | undefined) => {
    const value = env[name] || fallback;
    if (value === undefined) missing.push(name);
    return value ?? '';
  });
  return { text: replaced, missing };
}
