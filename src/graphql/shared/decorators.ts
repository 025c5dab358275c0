/** Several property decorators as one. */
export const applyDecorators =
  (...decorators: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, key) =>
    decorators.forEach((decorate) => decorate(target, key));

/** Of a property, a getter or a method: type-graphql tells a method by its descriptor. */
export type FieldDecorator = (target: object, key: string | symbol, descriptor?: PropertyDescriptor) => void;
