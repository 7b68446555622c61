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
