/** Why the embedded PostgreSQL could not do what it was asked. */
export type EmbeddedPostgresErrorCode =
  | 'platform-unsupported'
  | 'binaries-missing'
  | 'no-service-user'
  | 'folder-not-writable'
  | 'data-newer'
  | 'data-older'
  | 'in-use'
  | 'not-there'
  | 'no-room'
  | 'folder-taken'
  | 'not-started'
  | 'not-stopped';

/** A failure of the embedded PostgreSQL; its message says what happened and what to do next. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
