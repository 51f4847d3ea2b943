-- What plugins show of a text: shared by those that explain the answer of a model.

local evidence = {}

-- The sentences in which the words stand that weighed most, or the first: what a reader can follow.
function evidence.sentences(text, deciding)
  local found, seen = {}, {}
  for _, words in ipairs(deciding) do
    local sentence = words.text == text and words:sentence()
    if sentence and not seen[sentence.first] then
      seen[sentence.first] = true
      found[#found + 1] = sentence
    end
  end
  if #found == 0 then found[1] = text:sentences()[1] end
  return found
end

-- The words with what follows them in the same breath, in quotation marks: “improve his attitude”, not “improve”.
-- A text of no more words than `longest` is quoted whole.
function evidence.quoted(match, longest)
  local text = tostring(match.text)
  if match.text:count_words() <= longest then return "“" .. text:gsub("%s*[.;,]%s*$", "") .. "”" end
  local last = match.last
  local count = select(2, tostring(match):gsub("%S+", ""))
  while count < longest do
    local _, stop = text:find("^ [%w'’%-]+", last + 1)
    if not stop then break end
    last, count = stop, count + 1
  end
  return "“" .. text:sub(match.first, last) .. "”"
end

return evidence
