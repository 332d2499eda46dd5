using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GpuRisk.KernelTranslator.Diagnostics;

/// <summary>Names a construct outside the subset, and what to write instead.</summary>
internal static class ConstructAdvice
{
    public static (string What, string Instead) For(IOperation operation) => operation switch
    {
        IForEachLoopOperation => ("foreach", "write a for loop over indices"),
        ISwitchOperation => ("switch", "write if and else if"),
        ISwitchExpressionOperation => ("A switch expression", "write conditions with ?:"),
        ITryOperation or IThrowOperation => ("An exception", "check the input on the host, or write what went wrong to memory"),
        IUsingOperation or IUsingDeclarationOperation => ("using", "a device owns no resources; let the host do it"),
        ILockOperation => ("lock", "work items share nothing; reduce in a second launch"),
        IBranchOperation or ILabeledOperation => ("goto", "write a loop, with break and continue"),
        IAnonymousFunctionOperation or IDelegateCreationOperation or IMethodReferenceOperation =>
            ("A delegate", "choose the function by a type argument: a struct that implements an interface with static abstract methods"),
        ILocalFunctionOperation => ("A local function", "make it a static method of the class"),
        IArrayCreationOperation or IArrayElementReferenceOperation or ICollectionExpressionOperation or IArrayInitializerOperation =>
            ("An array", "take a Table<T> or Column<T> as a parameter, or write the elements as locals"),
        IInterpolatedStringOperation => ("A string", "pass numbers; text stays on the host"),
        ITupleOperation or IDeconstructionAssignmentOperation or ITupleBinaryOperation => ("A tuple", "use a struct of your own with named fields, or out parameters"),
        IIsPatternOperation or IIsTypeOperation => ("A pattern", "write comparisons"),
        IWithOperation => ("with", "set all fields: new T { A = 1.0, B = old.B }"),
        IAwaitOperation => ("await", "a kernel runs to its end; wait on the host"),
        IInstanceReferenceOperation => ("this", "write a static method that takes the value as a parameter"),
        ICoalesceOperation or IConditionalAccessOperation => ("A null", "a device has no references"),
        IAddressOfOperation => ("An address", "use ref and out parameters"),
        IStopOperation or IEndOperation => ("This statement", "write it on the host"),
        _ => ("'" + Excerpt(operation.Syntax.ToString()) + "'", "see the subset in the translator's README"),
    };

    private static string Excerpt(string text)
    {
        int end = text.IndexOfAny(['\r', '\n']);
        string line = end < 0 ? text : text.Substring(0, end);
        return line.Length <= 60 ? line : line.Substring(0, 57) + "...";
    }
}
