import 'reflect-metadata';

const SECRETS = Symbol('secret fields');

/** Marks a setting that is a secret: it comes from the environment, and no log, error or page ever shows it. */
export function Secret(): PropertyDecorator {
  return (target, property) => {
    const known = (Reflect.getMetadata(SECRETS, target) as readonly string[] | undefined) ?? [];
    Reflect.defineMetadata(SECRETS, [...known, String(property)], target);
  };
}

/** Names of a settings class's secret fields. */
export function secretFields(settings: abstract new () => object): readonly string[] {
  return (Reflect.getMetadata(SECRETS, settings.prototype as object) as readonly string[] | undefined) ?? [];
}

/** Settings as they may be shown: each secret that is set is a word instead. */
export function concealed(settings: object): Readonly<Record<string, unknown>> {
  const secrets = secretFields(settings.constructor as new () => object);
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [name, secrets.includes(name) && value !== undefined ? '[secret]' : value]),
  );
}
