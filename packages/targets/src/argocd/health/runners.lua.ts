/**
 * The health of a RunnerDeployment or RunnerSet. None at all is a number like any other, because autoscalers scale to
 * zero; and runners that wait or work come and go, so that nothing is asked of those that are available.
 */
export const runnersHealth = `local status = obj.status
if status == nil or status.desiredReplicas == nil then
  return { status = "Progressing", message = "Waiting for the controller" }
end
local desired = status.desiredReplicas
local updated = status.updatedReplicas or 0
local message = updated .. " of " .. desired .. " runners are up to date"
if updated < desired then
  return { status = "Progressing", message = message }
end
return { status = "Healthy", message = message }
`;
