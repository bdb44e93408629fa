/** What holds of every model, whatever is decided. */
export const modelLaws = {
  keys: 'whoever has a seat at a record, or may read a section of it, shares a key with it',
  moments: 'a right changes at a moment that the index has, or by a decision',
  total: 'a fold gives facts that the kind allows, also where today nobody might decide it',
  replay: 'the entries of a record fold into its facts',
  plain: 'facts are plain JSON',
  unseen: 'nobody is told of somebody of whom they may not know',
  silent:
    'what somebody decides and a reader is told nothing of changes nothing that the reader is told, if it leaves their rights',
  pending: 'what a device shows of a command is what the server tells once it is decided',
  faultless: 'no code of the model throws, nor changes what it was handed',
} as const;

/** A law of models. */
export type ModelLaw = keyof typeof modelLaws;

/** A law that does not hold: by what. */
export interface ModelBreach {
  readonly law: ModelLaw;
  readonly says: string;
}
