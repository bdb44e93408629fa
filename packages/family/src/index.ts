/**
 * The family record of multi-agency early help: its sections, code lists, rules and rights.
 *
 * @packageDocumentation
 */
export {};
