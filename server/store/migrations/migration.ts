/** One step forward; a released one is never changed, and none leads back. */
export interface Migration {
  readonly name: string;
  /** Statements that both databases read the same way; `bytes` is the type of a column of bytes (`blob`, `bytea`). */
  readonly statements: (types: { readonly bytes: string }) => readonly string[];
}
