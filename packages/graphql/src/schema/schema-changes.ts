import {
  buildSchema,
  findBreakingChanges,
  findDangerousChanges,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** What has changed from one schema to the next, a line each, what breaks apps first. */
export function schemaChanges(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const [old, now] = [buildSchema(before), buildSchema(after)];
  const breaking = findBreakingChanges(old, now).map(({ description }) => `BREAKING: ${description}`);
  const dangerous = findDangerousChanges(old, now).map(({ description }) => `DANGEROUS: ${description}`);
  const [oldTypes, nowTypes] = [old.getTypeMap(), now.getTypeMap()];
  const safe = Object.values(nowTypes).flatMap((type) => {
    const earlier = oldTypes[type.name];
    if (earlier === undefined) return [`SAFE: ${type.name} was added.`];
    const known = new Set(membersOf(earlier));
    return membersOf(type)
      .filter((member) => !known.has(member))
      .map((member) => `SAFE: ${type.name}.${member} was added.`);
  });
  const all = [...breaking, ...dangerous, ...safe];
  return all.length > 0 ? all : ['SAFE: words of the schema, or defaults, were changed.'];
}

function membersOf(type: GraphQLNamedType): readonly string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.keys(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    field.name,
    ...field.args.map(({ name }) => `${field.name}(${name})`),
  ]);
}
