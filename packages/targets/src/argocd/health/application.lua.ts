/**
 * The health of a child Application, so that the waves of its parent wait for it. Besides what the child says of itself
 * it has to have been synced: one whose objects were never applied has none that could be ill.
 */
export const applicationHealth = `local health = { status = "Progressing", message = "Waiting for the first sync" }
local status = obj.status
if status == nil then
  return health
end
local operation = status.operationState
if operation ~= nil then
  if operation.phase == "Failed" or operation.phase == "Error" then
    health.status = "Degraded"
    health.message = operation.message or "The last sync failed"
    return health
  end
  if operation.phase == "Running" then
    health.message = "A sync is running"
    return health
  end
end
if operation == nil and (status.sync == nil or status.sync.status ~= "Synced") then
  return health
end
if status.health ~= nil and status.health.status ~= nil then
  health.status = status.health.status
  health.message = status.health.message or ""
end
return health
`;
