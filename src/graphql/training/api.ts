import { trainingSpecs } from "../../commands/training.js";
import { TRAINING_COURSE } from "../../domain/training/course.js";
import { trainingCourse } from "../../domain/training/record.js";
import { trainingCourses } from "../../projections/training/records.js";
import { ITS_FIELD } from "../derive/recordNode.js";
import { subjectOf } from "../derive/subject.js";

export const trainingApi = subjectOf(trainingCourse, TRAINING_COURSE, trainingCourses, trainingSpecs, {
  description:
    "A course of training for officials (lớp đào tạo, tập huấn): planned, held, attended, evaluated. Of those who came it " +
    "says of which unit and how many, and no names.",
  title: ITS_FIELD,
  list: { name: "trainingCourses", description: "Courses by their day, latest first.", order: "DESC" },
});
