/** What the input of a field that is being edited is given. */
export interface EditorProps<Value> {
  readonly id: string;
  readonly label: string;
  readonly value: Value;
  /** The id of the message that says what is wrong with the value, when something is. */
  readonly errorId: string | undefined;
  readonly onChange: (value: Value) => void;
  /** The person is done: with the value as it stands, or with the one given. */
  readonly onDone: (value?: Value) => void;
}
