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

self.onmessage = async ({ data }: MessageEvent<GroupsAsked>) => {
  module ??= fetchModule();
  const result = await answered(module, data);
  // Whoever asks again after a failed fetch gets another try.
  module.catch(() => {
    module = undefined;
  });
  self.postMessage(result);
};
