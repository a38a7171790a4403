/** The health of an autoscaler: it works as soon as it has decided on a number, be it zero. */
export const autoscalerHealth = `local status = obj.status
if status == nil or status.desiredReplicas == nil then
  return { status = "Progressing", message = "Waiting for the controller" }
end
return { status = "Healthy", message = status.desiredReplicas .. " runners are wanted" }
`;
