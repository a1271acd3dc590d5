import { answerVote } from "@/lib/services/vote/answer-vote";
import { askVote } from "@/lib/services/vote/ask-vote";
import { closeVote } from "@/lib/services/vote/close-vote";
import { getVote } from "@/lib/services/vote/get-vote";
import { listVotes } from "@/lib/services/vote/list-votes";
import { startVote } from "@/lib/services/vote/start-vote";
import { takeBackVote } from "@/lib/services/vote/take-back-vote";
import { procedure } from "../procedure";

const tags = ["Votes"] as const;

export const vote = {
  list: procedure(listVotes, { method: "GET", path: "/votes", summary: "List blind votes, newest first", tags }),
  get: procedure(getVote, { method: "GET", path: "/votes/{voteId}", summary: "Read a vote; its result once it is closed", tags }),
  start: procedure(startVote, { method: "POST", path: "/votes", summary: "Put two to sixty-four variants to a blind vote", tags }),
  ask: procedure(askVote, {
    method: "POST",
    path: "/votes/{voteId}/questions",
    summary: "Read the question before you: pictures whose origin is hidden",
    tags,
  }),
  answer: procedure(answerVote, {
    method: "POST",
    path: "/votes/{voteId}/questions/{questionId}/answer",
    summary: "Answer it, once, and read the next",
    tags,
  }),
  takeBack: procedure(takeBackVote, { method: "POST", path: "/votes/{voteId}/take-back", summary: "Take your last answer back", tags }),
  close: procedure(closeVote, {
    method: "PUT",
    path: "/votes/{voteId}/closed",
    summary: "Close a vote and count it, or open it again",
    tags,
  }),
};
