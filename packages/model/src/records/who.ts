/** Somebody who signed in, as rights see them: what else it holds, such as roles, is the model's to say. */
export interface AnyWho {
  readonly id: string;
}

/** Somebody who signs in, with the names that they are known by. */
export interface NamedWho<Who = AnyWho> {
  readonly who: Who;
  readonly name: string;
  /** The name of the organisation that they work for; null where there is none. */
  readonly organisation: string | null;
}

/** A unit of the directory that people and records belong to: an office, a firm. */
export interface Unit {
  readonly id: string;
  readonly name: string;
}
