/** How somebody is named to those who may not know that they have to do with a record, where a model says nothing else. */
export const somebody = { id: 'somebody', name: 'Somebody' } as const;
