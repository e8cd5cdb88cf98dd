// The worker in which groups are solved: the page never waits for it.
import { answered, type GroupsAsked } from './groups_messages';
import { type GroupsModule, groupsModuleFromBytes } from './groups_module';
import groupsUrl from './roundtable_groups.wasm?url';

async function fetchModule(): Promise<GroupsModule> {
  const answer = await fetch(groupsUrl).catch((error: unknown) => {
    throw new Error(`The module for groups could not be fetched: ${error}`);
  });
  if (!answer.ok) throw new Error(`The module for groups could not be fetched: ${answer.status}`);
  return groupsModuleFromBytes(await answer.arrayBuffer());
}

let module: Promise<GroupsModule> | undefined;

/** Whoever asks again after a failed fetch gets another try. */
function loaded(): Promise<GroupsModule> {
  module ??= fetchModule();
  module.catch(() => {
    module = undefined;
  });
  return module;
}

// At once: whoever starts the worker is about to ask.
loaded();

self.onmessage = async ({ data }: MessageEvent<GroupsAsked>) => {
  self.postMessage(await answered(loaded(), data));
};
