-- The three answers to one criterion of one text, from the probability that a model gives: shared by plugins whose
-- criteria are decided by models.

-- `asked` holds `criterion`; `at`, the node; `answer`, the model's; `say`, a function that gives what the words lack
-- (evidence, message, advice, example) and is called only when it is needed; `example_after`, what leads to the example;
-- `unsure`, reason and message where the tool cannot tell. The thresholds are the plugin's parameters.
return function(judge, parameters, asked)
  local criterion, answer = asked.criterion, asked.answer
  if answer.probability >= parameters[criterion .. "_met_above"] then
    judge:met { criterion, at = asked.at, evidence = answer.deciding }
    return
  end
  local said = asked.say()
  if answer.probability < parameters[criterion .. "_not_met_below"] then
    judge:not_met { criterion, at = asked.at, evidence = said.evidence, message = said.message,
      advice = said.advice .. asked.example_after .. said.example }
  else
    judge:needs_a_person { criterion, at = asked.at, evidence = said.evidence, reason = asked.unsure.reason,
      message = asked.unsure.message, advice = said.advice }
  end
end
