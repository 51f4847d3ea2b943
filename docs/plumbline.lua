---@meta plumbline
-- What a Plumbline plugin can reach, for the Lua language server.
-- Made by `plumbline plugin docs` from the table that the host itself uses; not to be edited.

---@alias plumbline.PlanKind
---| "early-help"
---| "child-in-need"
---| "child-protection"
---| "care"
---| "pathway"
---| "personal-education"
---| "safety"
---| "supervision"

---@alias plumbline.PlanStatus
---| "draft"
---| "awaiting-sign-off"
---| "signed-off"
---| "closed"

---@alias plumbline.Aspect
---| "ethnicity"
---| "culture"
---| "religion"
---| "language"
---| "disability"
---| "gender"
---| "sexuality"
---| "immigration"
---| "other"

---@alias plumbline.NeedKind
---| "risk"
---| "need"
---| "strength"

---@alias plumbline.ActionStatus
---| "open"
---| "in-progress"
---| "done"
---| "abandoned"

---@alias plumbline.Agency
---| "children's social care"
---| "health"
---| "education"
---| "early years"
---| "police"
---| "probation"
---| "youth justice"
---| "housing"
---| "adult social care"
---| "adult mental health"
---| "substance misuse"
---| "domestic abuse"
---| "voluntary"
---| "legal"
---| "other"

---@alias plumbline.LegalStatusValue
---| "none"
---| "section-20"
---| "interim-care-order"
---| "care-order"
---| "placement-order"
---| "emergency-protection"
---| "remand"
---| "special-guardianship"
---| "supervision-order"

---@alias plumbline.PlacementKind
---| "foster"
---| "connected-person"
---| "with-parents"
---| "residential"
---| "supported-lodgings"
---| "semi-independent"
---| "hostel"
---| "foyer"
---| "bed-and-breakfast"
---| "own-tenancy"
---| "custody"
---| "hospital"
---| "short-breaks"
---| "other"

---@alias plumbline.PlacementLength
---| "short-term"
---| "long-term"

---@alias plumbline.ViewOf
---| "child"
---| "mother"
---| "father"
---| "parent"
---| "carer"
---| "family"
---| "professional"

---@alias plumbline.ViewMethod
---| "conversation"
---| "direct work"
---| "observation"
---| "advocate"
---| "written"
---| "not obtained"

---@alias plumbline.EventKind
---| "strategy-discussion"
---| "section-47-started"
---| "assessment-started"
---| "assessment-completed"
---| "initial-conference"
---| "review-conference"
---| "core-group"
---| "child-in-need-meeting"
---| "early-help-review"
---| "looked-after-from"
---| "placement-started"
---| "looked-after-review"
---| "health-assessment-requested"
---| "initial-health-assessment"
---| "review-health-assessment"
---| "dental-check"
---| "education-plan-meeting"
---| "pathway-review"
---| "missing-from"
---| "returned"
---| "return-interview"
---| "visit"
---| "supervision"
---| "plan-shared"
---| "report-shared"
---| "legal-planning-meeting"
---| "family-group-conference"
---| "advocacy-offered"
---| "independent-visitor-offered"
---| "complaints-information-given"
---| "health-history-given"
---| "case-transferred"

---@alias plumbline.DecisionKind
---| "sign-off"
---| "step-up"
---| "step-down"
---| "closure"
---| "no-further-action"
---| "other"

---@alias plumbline.Tense
---| "none"
---| "past"
---| "present"
---| "future"
---| "infinitive"
---| "imperative"

---@alias plumbline.Speaker
---| "unknown"
---| "child"
---| "parent"
---| "worker"

---@alias plumbline.Weekday
---| "Monday"
---| "Tuesday"
---| "Wednesday"
---| "Thursday"
---| "Friday"
---| "Saturday"
---| "Sunday"

---@alias plumbline.TimescaleKind
---| "none"
---| "date"
---| "relative"
---| "event-bounded"
---| "recurring-bounded"
---| "open-ended"
---| "vague"
---| "past"
---| "invalid-date"
---| "contradictory"

---@alias plumbline.Unit
---| "hours"
---| "days"
---| "working days"
---| "weeks"
---| "months"

---@alias plumbline.Force
---| "law"
---| "statutory guidance"
---| "practice"

---One version of one child's plan. Reading is all there is: nothing in it can be changed.
---@class plumbline.Plan: plumbline.Node
---@field kind plumbline.PlanKind what kind of plan it is
---@field version integer? the version's number
---@field status plumbline.PlanStatus how far it has come
---@field team string? the team that holds it
---@field author plumbline.Person? who wrote it
---@field author_id string? the id of who wrote it
---@field previous_plans integer? earlier plans of this kind for this child
---@field child plumbline.Child whose plan it is
---@field dates plumbline.Dates its own dates
---@field people plumbline.List<plumbline.Person> everyone it names; without the child
---@field legal_statuses plumbline.List<plumbline.LegalStatus> in the file's order
---@field placements plumbline.List<plumbline.Placement> in the file's order
---@field needs plumbline.List<plumbline.Need> risks, needs and strengths
---@field history plumbline.Text family history and what it means for this plan
---@field outcomes plumbline.List<plumbline.Outcome> what is to be different for the child
---@field actions plumbline.List<plumbline.Action> every action: those of outcomes first, then those of none
---@field contingencies plumbline.List<plumbline.Contingency> what happens if it does not work
---@field views plumbline.List<plumbline.View> what the child and others say
---@field diversity plumbline.Text identity and culture, and what they mean for this child
---@field analysis plumbline.Text progress since the last plan
---@field delegated_authority plumbline.Text which decisions the carer may make
---@field decisions plumbline.List<plumbline.Decision> management oversight
---@field narratives plumbline.List<plumbline.Text> every text of the plan that is not empty, in the file's order, names left out; `text.node` says whose
local Plan = {}

---The person of this id.
---@param id string a person's id, or "child"
---@return plumbline.Person?
function Plan:person(id) end

---The chronology, in the file's order.
---@param ... plumbline.EventKind the kinds to list; none: every event
---@return plumbline.List<plumbline.Event>
function Plan:events(...) end

---The plan's own dates. Only `written` is always there.
---@class plumbline.Dates: plumbline.Node
---@field written plumbline.Date the day it was written
---@field started plumbline.Date? the day that help of this kind began
---@field agreed plumbline.Date? the day it was agreed
---@field signed_off plumbline.Date? the day a manager signed it off
---@field next_review plumbline.Date? the day of its next review
---@field closed plumbline.Date? the day it ended

---The child whose plan it is.
---@class plumbline.Child: plumbline.Node
---@field sex string? as written: "female", "male" …
---@field name plumbline.Text the first name that the plan uses
---@field also_known_as plumbline.List<plumbline.Text> other names
---@field born plumbline.Date? date of birth
---@field expected plumbline.Date? an unborn child's expected date of birth
---@field unborn boolean whether only the expected date of birth is known
---@field identities plumbline.List<plumbline.Identity> coded facts of identity
---@field siblings plumbline.List<plumbline.Sibling> brothers and sisters
local Child = {}

---Completed years on that day; nil before birth or where `born` is not known.
---@param on plumbline.Date the day to reckon for
---@return integer?
function Child:age(on) end

---One coded fact of the child's identity.
---@class plumbline.Identity: plumbline.Node
---@field aspect plumbline.Aspect? what it is about
---@field interpreter boolean? whether an interpreter is needed; only of a language
---@field text plumbline.Text what is written: "Muslim"

---A brother or sister who may have a plan of their own.
---@class plumbline.Sibling: plumbline.Node
---@field child_id string? the sibling's child id

---One of the plan's people. The child as an owner of actions is a person of id and role "child".
---@class plumbline.Person: plumbline.Node
---@field role string? as written: "social worker", "mother" …
---@field agency string? as written: one of `plumbline.Agency`, or any other word; nil for family and friends
---@field name string? their name, where the plan has it
---@field language string? their language, where it is not English
---@field interpreter boolean? whether they need an interpreter
---@field actions plumbline.List<plumbline.Action> the actions that they own

---A risk, a need or a strength.
---@class plumbline.Need: plumbline.Node
---@field kind plumbline.NeedKind which of the three
---@field area string? as written: "domestic abuse", "education" …
---@field text plumbline.Text what is written
---@field outcomes plumbline.List<plumbline.Outcome> the outcomes that serve it
---@field actions plumbline.List<plumbline.Action> the actions of those outcomes
---@field contingencies plumbline.List<plumbline.Contingency> the contingencies for it

---What is to be different for the child.
---@class plumbline.Outcome: plumbline.Node
---@field statement plumbline.Text what will be different
---@field measure plumbline.Text how it will be known
---@field needs plumbline.List<plumbline.Need> the needs that it serves
---@field need_ids plumbline.List<string> their ids
---@field scales plumbline.List<plumbline.Scale> scores given over time
---@field actions plumbline.List<plumbline.Action> what is to be done for it

---A score that somebody gave an outcome.
---@class plumbline.Scale: plumbline.Node
---@field on plumbline.Date? the day
---@field by plumbline.Person? who gave it
---@field by_id string? the id of who gave it
---@field score number? 0 to 10

---Something that somebody is to do.
---@class plumbline.Action: plumbline.Node
---@field task plumbline.Text what is to be done
---@field timescale plumbline.Text by when, in words
---@field measure plumbline.Text how it will be known that it is done
---@field owners plumbline.List<plumbline.Person> who is to do it; the child has role "child"
---@field owner_ids plumbline.List<string> their ids
---@field due plumbline.Date? the coded last day
---@field completed plumbline.Date? the day it was done
---@field status plumbline.ActionStatus how far it has come
---@field outcome plumbline.Outcome? what it is for; nil for an action that belongs to no outcome

---What happens if the plan does not work.
---@class plumbline.Contingency: plumbline.Node
---@field text plumbline.Text what is written
---@field needs plumbline.List<plumbline.Need> the needs that it is for
---@field need_ids plumbline.List<string> their ids

---What somebody says, wants or worries about.
---@class plumbline.View: plumbline.Node
---@field of plumbline.ViewOf? whose view it is
---@field person plumbline.Person? who exactly, where the plan says so
---@field person_id string? their id
---@field on plumbline.Date? the day it was heard
---@field method plumbline.ViewMethod? how it was obtained
---@field alone boolean? whether they were seen alone
---@field text plumbline.Text what is written

---Something that happened on a day, or is planned for one.
---@class plumbline.Event: plumbline.Node
---@field kind plumbline.EventKind what it is
---@field on plumbline.Date? the day it happened
---@field due plumbline.Date? the day it was planned for
---@field day plumbline.Date? `on`, or `due` where it has not happened
---@field happened boolean whether it has an `on`
---@field with plumbline.List<string> ids of people and agency words, as written
---@field with_people plumbline.List<plumbline.Person> the people among them
---@field agencies plumbline.List<string> the agencies among them, those of people included
---@field by plumbline.List<plumbline.Person> who did it
---@field by_ids plumbline.List<string> their ids
---@field seen boolean? whether the child was seen
---@field alone boolean? whether the child was seen alone
---@field text plumbline.Text what was recorded of it

---What a manager decided.
---@class plumbline.Decision: plumbline.Node
---@field kind plumbline.DecisionKind? what was decided
---@field on plumbline.Date? the day
---@field by plumbline.Person? who decided
---@field by_id string? their id
---@field text plumbline.Text the rationale

---The order or agreement under which the child is looked after, if any.
---@class plumbline.LegalStatus: plumbline.Node
---@field on plumbline.Date? since when
---@field value plumbline.LegalStatusValue? which

---Where the child lives.
---@class plumbline.Placement: plumbline.Node
---@field kind plumbline.PlacementKind? what kind of home
---@field started plumbline.Date? since when
---@field expected plumbline.PlacementLength? how long it is meant to last

---What every node of a plan has. Two nodes are equal (`==`) when they are the same element.
---@class plumbline.Node
---@field type string what it is: "action", "need" …
---@field id string? its id, where the format gives it one
---@field line integer line in the file, from 1; 0 when the plan does not have the element
---@field column integer column in the file, from 1, in characters
---@field path string path in the plan: "/plan/outcomes/outcome[1]/action[2]"

---One narrative of the plan. An absent one is an empty text, never nil.
---@class plumbline.Text: plumbline.Words
---@field written boolean whether the plan has the element, even if empty
---@field name string the field of the node that it is: "task"
---@field id string? the node's id
---@field path string path of its element, or of the node that lacks it
local Text = {}

---Its words and numbers as written, in order.
---@return plumbline.List<string>
function Text:words() end

---A sentence, or a line of a list.
---@class plumbline.Sentence: plumbline.Span

---Who does what: one predicate with what belongs to it.
---@class plumbline.Clause: plumbline.Span
---@field actor plumbline.Match? who does it
---@field verb plumbline.Match? what is done
---@field object plumbline.Match? to what or whom
---@field time plumbline.Match? when
---@field amount plumbline.Match? how much, how often
---@field tense plumbline.Tense the predicate's tense
---@field negated boolean whether it is denied
---@field condition boolean whether it says when something else applies
---@field intended boolean whether it is meant to be done: will, to, should

---Words in quotation marks, without the marks.
---@class plumbline.Quotation: plumbline.Span
---@field speaker plumbline.Speaker who says them, as far as the sentence tells
---@field speaker_words plumbline.Match? the words that tell

---Words that were found.
---@class plumbline.Match: plumbline.Span
---@field set string? the phrase set that found them
---@field groups plumbline.List<plumbline.Match|false>? a pattern's groups; false for one that took no part

---Words of a text: a sentence, a clause, a quotation or a match.
---@class plumbline.Span: plumbline.Words
---@field words string the words as written
---@field text plumbline.Text the text in which it stands
---@field first integer its first byte in the text, from 1, as in Lua's strings
---@field last integer its last byte in the text
local Span = {}

---The sentence in which it begins.
---@return plumbline.Sentence?
function Span:sentence() end

---What every stretch of narrative has: a text, a sentence, a clause, a quotation, a match. Each can be evidence. `tostring` gives the words; positions are bytes, as in Lua's strings.
---@class plumbline.Words
---@field type string what it is: "text", "sentence" …
---@field node plumbline.Node whose narrative it is: the action, the need …
---@field line integer line in the file where it begins; of the node that lacks it when it is absent
---@field column integer column in the file, in characters
local Words = {}

---Whether a phrase of these sets stands in it.
---@param ... plumbline.PhraseSet one or more of the plugin's own sets: `phrases.name`
---@return boolean
function Words:has(...) end

---Every match of these sets, in order.
---@param ... plumbline.PhraseSet one or more of the plugin's own sets: `phrases.name`
---@return plumbline.List<plumbline.Match>
function Words:find(...) end

---How many matches these sets have.
---@param ... plumbline.PhraseSet one or more of the plugin's own sets: `phrases.name`
---@return integer
function Words:count(...) end

---The first place where exactly these words stand, one after the other; nil when nowhere.
---@param words string words as they stand, compared without case and whole
---@return plumbline.Match?
function Words:contains(words) end

---The first place where these words stand, the last one perhaps longer; nil when nowhere.
---@param words string words; the last may be the start of one: "audiolog"
---@return plumbline.Match?
function Words:contains_start(words) end

---Every match of a regular expression that is not empty.
---@param pattern plumbline.Pattern|string a pattern, or its expression
---@return plumbline.List<plumbline.Match>
function Words:find_pattern(pattern) end

---Its sentences.
---@return plumbline.List<plumbline.Sentence>
function Words:sentences() end

---Its clauses: who does what.
---@return plumbline.List<plumbline.Clause>
function Words:clauses() end

---What stands in quotation marks.
---@return plumbline.List<plumbline.Quotation>
function Words:quotations() end

---How many words and numbers it has.
---@return integer
function Words:count_words() end

---The stem of each of its words, in order.
---@return plumbline.List<string>
function Words:stems() end

---A number for every run of `width` words, equal where the runs are equal by stem: what copies are found by.
---@param width integer how many words to a run, 1 to 100
---@return plumbline.List<integer>
function Words:shingles(width) end

---These bytes of it as words that can be evidence, widened to whole characters.
---@param first integer the first byte, from 1, as string.find gives it
---@param last integer the last byte
---@return plumbline.Match
function Words:quote(first, last) end

---Whether nothing is written.
---@return boolean
function Words:is_empty() end

---Every list that the host gives. Read-only: `ipairs(list)`, `#list` and `list[1]` work as with a table.
---@class plumbline.List<T>: { [integer]: T }

---Takes what a plugin judges. Each criterion is judged of the plan, or of each node that it is about; one that is left out could not be checked.
---@class plumbline.Judge
local Judge = {}

---The plan does it.
---@param judgement plumbline.Judgement what is judged, and where
function Judge:met(judgement) end

---The plan does not do it.
---@param judgement plumbline.Finding what is judged, and where
function Judge:not_met(judgement) end

---The words are there, and only a person can tell.
---@param judgement plumbline.Question what is judged, and where
function Judge:needs_a_person(judgement) end

---It is not asked of this plan or node.
---@param judgement plumbline.Excuse what is judged, and where
function Judge:not_applicable(judgement) end

---The plan lacks a fact that telling it needs.
---@param judgement plumbline.Excuse what is judged, and where
function Judge:could_not_check(judgement) end

---The plugin's parameters as the rule sets them, by the names of its manifest: `parameters.min_words`. A list is read-only.
---@class plumbline.Parameters
---@field [string] any

---The plugin's phrase sets, by the names of its manifest: `text:has(phrases.trigger)`.
---@class plumbline.Phrases
---@field [string] plumbline.PhraseSet

---One of them. `tostring` gives its name.
---@class plumbline.PhraseSet

---The plugin's models, by the names of its manifest: `models.specific`.
---@class plumbline.Models
---@field [string] plumbline.Model

---A small linear model whose weights stand in a file of the plugin's folder.
---@class plumbline.Model
---@field not_met_below number the probability below which its author judges not met
---@field met_above number the probability from which its author judges met
local Model = {}

---How probable it is that the criterion is met, and what decided.
---@param text plumbline.Words|string what is judged
---@param options? plumbline.AnswerOptions what is known beside it
---@return plumbline.Answer
function Model:answer(text, options) end

---What a model says.
---@class plumbline.Answer
---@field probability number 0 to 1: that the criterion is met
---@field deciding plumbline.List<plumbline.Match> the words that weighed most for the answer, weightiest first, at most three
---@field why plumbline.List<string> the names of what weighed most

---A day. Dates compare (`<`, `<=`, `==`), subtract to a number of days (`later - earlier`), and take days (`date + 7`). `tostring` gives "Wed 6 Mar 2024". An absent date is nil.
---@class plumbline.Date
---@field year integer 2024
---@field month integer 1 to 12
---@field day integer 1 to 31
---@field weekday plumbline.Weekday "Monday" …
---@field iso string "2024-03-06"; also a key for tables
---@operator sub(plumbline.Date): integer
---@operator sub(integer): plumbline.Date
---@operator add(integer): plumbline.Date
local Date = {}

---The day so many days later.
---@param days integer may be negative
---@return plumbline.Date
function Date:add_days(days) end

---The same day so many months later, or the last day of a shorter month.
---@param months integer may be negative
---@return plumbline.Date
function Date:add_months(months) end

---How a timescale was read.
---@class plumbline.Timescale
---@field bounded boolean the last day can be worked out, or its event bounds it by itself
---@field possible boolean a real day, not before the plan was written, and not contradicting `due`
---@field kind plumbline.TimescaleKind what was understood
---@field last_day plumbline.Date? the last day, where it is known
---@field how string "6 weeks from Wed 6 Mar 2024", or the reason why not
---@field words plumbline.Match? the words that decided; nil when a Lua string was read

---One statutory interval as it held on a day.
---@class plumbline.Interval
---@field id string its id in rules/statutory.lua
---@field check string what it was asked by
---@field title string what it says
---@field count integer how many units
---@field unit plumbline.Unit which units
---@field from_event string? the kind of event that it starts from
---@field force plumbline.Force how binding it is
---@field source string? where it is set
---@field confirmed boolean false: a finding by it needs a person
---@field from plumbline.Date? the first day that it held
---@field to plumbline.Date? the last day that it held
local Interval = {}

---The last day, and how that was reckoned, for the message. nil beyond the calendar's years.
---@param start plumbline.Date the day of the event that it starts from
---@return plumbline.Date?, string?
function Interval:deadline(start) end

---How hard a text is to read.
---@class plumbline.Readability
---@field grade number Flesch-Kincaid grade; 0 for an empty text
---@field words_per_sentence number on average
---@field words integer how many
---@field sentences integer how many

---A regular expression (RE2), without regard to case. Write it once, at the top of the file.
---@class plumbline.Pattern
---@field expression string as written
local Pattern = {}

---Whether it is found anywhere in the text.
---@param text plumbline.Words|string what to search
---@return boolean
function Pattern:matches(text) end

---What `remember` kept of every plan of the batch: a list whose items are made when they are asked for. Take one at a time; a table of them all would not stay within the limits.
---@class plumbline.Memories
---@field [integer] plumbline.Memory
local Memories = {}

---Which memories hold which value: so that a plan is compared only with those that share something with it. Made once.
---@param field string a field of the data (a string, integer or date, or a list of them), "plan_id" or "child_id"
---@param least? integer leave out what fewer memories hold
---@param most? integer leave out what more memories hold
---@return plumbline.MemoryIndex
function Memories:index(field, least, most) end

---Which memories hold which value of a field.
---@class plumbline.MemoryIndex
local MemoryIndex = {}

---The numbers of the memories that hold it, in order; none where too few or too many do.
---@param value string|integer|plumbline.Date what to look for
---@return plumbline.List<integer>
function MemoryIndex:holders(value) end

---How many different values there are.
---@return integer
function MemoryIndex:count() end

---What `remember` kept of one plan of the batch.
---@class plumbline.Memory
---@field plan integer its number among the memories
---@field plan_id string the plan's id
---@field child_id string the child's id
---@field version integer? the plan's version
---@field place plumbline.Place the plan itself, for `at`
---@field data any what was returned, made anew each time it is asked for

---Where a node stands, as plain values: can be kept by `remember` and used as `at` in `compare`.
---@class plumbline.Place
---@field id string? the node's id
---@field path string? its path in the plan
---@field line integer line in the file
---@field column integer column in the file

---Words of a plan with their place, as plain values: can be kept by `remember` and used as evidence in `compare`.
---@class plumbline.Quote
---@field words string? the words as written
---@field line integer line in the file
---@field column integer column in the file
---@field length integer how many characters

---What plugin.lua returns.
---@class plumbline.Plugin
---@field id string the folder's name
---@field title string what it looks for
---@field api 1 the version of this page that it is written for
---@field version string? its own version
---@field plans plumbline.PlanKind[] the kinds of plan that it can judge
---@field criteria plumbline.Criterion[] what it judges, in the order of the report
---@field parameters table<string, plumbline.Parameter>? what rules may set
---@field phrases table<string, string[]>? phrases that are found in one scan of each text
---@field models table<string, string>? files of weights in the plugin's folder
---@field check fun(plan: plumbline.Plan, judge: plumbline.Judge, parameters: plumbline.Parameters, phrases: plumbline.Phrases, models: plumbline.Models) judges one plan
---@field remember (fun(plan: plumbline.Plan, parameters: plumbline.Parameters, phrases: plumbline.Phrases, models: plumbline.Models): any)? returns what to keep of one plan, at most 2,048 bytes; nil keeps nothing
---@field compare (fun(memories: plumbline.Memories, judge: plumbline.Judge, parameters: plumbline.Parameters))? judges across all plans of the batch, once, at its end

---One part of what a plugin judges.
---@class plumbline.Criterion
---@field id string lower-case words joined by hyphens: "own-views"
---@field title string what is asked, as half a sentence
---@field question string? what a manager is asked at sign-off where it is not met; the finding's advice where there is none

---A number or word that a rule may set.
---@class plumbline.Parameter
---@field type "boolean"|"integer"|"number"|"string"|"list" what it holds
---@field default boolean|number|string|string[] its value where no rule sets one
---@field minimum number? the least number allowed
---@field maximum number? the greatest number allowed
---@field choices string[]? the strings allowed
---@field help string what it is for

---What `judge:met` takes.
---@class plumbline.Judgement
---@field [1] string the criterion's id
---@field at plumbline.Node|plumbline.Words|plumbline.Place|plumbline.Memory what it is about: the plan, a node or a text of it; in `compare` a kept place or a memory
---@field evidence plumbline.Words|plumbline.Quote|(plumbline.Words|plumbline.Quote)[]? the words that show it, up to 100 pieces; a finding without any shows the first sentence of its node
---@field owner string? "timescales/bounded": the check that owns this defect; this one is then only counted
---@field plan plumbline.Memory? in `compare`: which plan it is about
---@field message string? what is missing, without blame; up to 4,000 bytes
---@field advice string? what to write instead, in plain words; up to 4,000 bytes
---@field reason string? why; up to 4,000 bytes

---What `judge:not_met` takes.
---@class plumbline.Finding: plumbline.Judgement
---@field message string required
---@field advice string required

---What `judge:needs_a_person` takes.
---@class plumbline.Question: plumbline.Judgement
---@field message string required
---@field advice string required
---@field reason string required: why the tool cannot tell

---What `judge:not_applicable` and `judge:could_not_check` take.
---@class plumbline.Excuse: plumbline.Judgement
---@field reason string required: why it is not asked, or which fact is missing

---What `model:answer` takes beside the text.
---@class plumbline.AnswerOptions
---@field other plumbline.Words|string? the need that the text is to serve
---@field measure plumbline.Words|string? the measure that belongs to the text, read with it
---@field age number? the child's age in years
---@field unborn boolean? whether the child is not yet born

---The day of that name.
---@param iso string "2024-03-06"
---@return plumbline.Date
function date(iso) end

---The day that the check reckons as today (`--as-of`): the only clock.
---@return plumbline.Date
function as_of() end

calendar = {}

---England's working days after `from` up to `to`; negative when `to` is earlier, nil beyond the table.
---@param from plumbline.Date day 0, not counted
---@param to plumbline.Date the last day counted
---@return integer?
function calendar.working_days(from, to) end

---The working day so many after `from`; nil beyond the table.
---@param from plumbline.Date day 0
---@param count integer may be negative
---@return plumbline.Date?
function calendar.add_working_days(from, count) end

---Whether it is Monday to Friday and no bank holiday; nil beyond the table.
---@param day plumbline.Date a day
---@return boolean?
function calendar.is_working_day(day) end

---The interval that held on that day; nil when none did.
---@param check string as in rules/statutory.lua: "first-review-conference"
---@param on plumbline.Date the day whose law is asked for
---@return plumbline.Interval?
function statutory(check, on) end

---Reads by when: against the day the plan was written, its reviews and every dated event.
---@param text plumbline.Action|plumbline.Words|string an action (its timescale and `due`), or a text
---@param plan? plumbline.Plan? the plan that it is read against; there is only the open one
---@return plumbline.Timescale
function timescale(text, plan) end

---How alike they are, 0 to 1: the share of runs of five words that the shorter has in common with the other.
---@param left plumbline.Words|string a text
---@param right plumbline.Words|string another
---@return number
function likeness(left, right) end

---How hard it is to read.
---@param text plumbline.Words|string a text
---@return plumbline.Readability
function readability(text) end

---A pattern for `text:find_pattern`; at most 200 different ones in one check.
---@param expression string RE2 syntax
---@return plumbline.Pattern
function pattern(expression) end

---Where it stands, as a value that outlives the plan.
---@param node plumbline.Node|plumbline.Words a node or a text of the plan
---@return plumbline.Place
function place(node) end

---The words and where they stand, as a value that outlives the plan; nil for an empty text.
---@param words plumbline.Words words of the plan
---@return plumbline.Quote?
function quote(words) end
