#!/usr/bin/env node
import { main } from './command/main.ts';
import { modelCommands } from './command/model-commands.ts';

await main(modelCommands);
